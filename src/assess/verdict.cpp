#include <norma/assess/impl/verdict.ipp>
