#include <norma/assess/impl/assess.ipp>
