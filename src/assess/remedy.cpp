#include <norma/assess/impl/remedy.ipp>
