#include <norma/load/impl/load.ipp>
