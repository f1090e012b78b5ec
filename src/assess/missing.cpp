#include <norma/assess/impl/missing.ipp>
