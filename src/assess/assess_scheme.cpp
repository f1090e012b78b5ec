#include <norma/assess/impl/assess_scheme.ipp>
