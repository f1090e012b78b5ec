#include <norma/assess/impl/counting.ipp>
