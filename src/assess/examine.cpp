#include <norma/assess/impl/examine.ipp>
