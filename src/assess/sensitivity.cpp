#include <norma/assess/impl/sensitivity.ipp>
