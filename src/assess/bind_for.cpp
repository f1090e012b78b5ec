#include <norma/assess/impl/bind_for.ipp>
