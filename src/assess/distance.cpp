#include <norma/assess/impl/distance.ipp>
