#include <norma/load/impl/stated_value.ipp>
