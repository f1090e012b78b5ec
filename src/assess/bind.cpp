#include <norma/assess/impl/bind.ipp>
