#include <norma/assess/impl/judge.ipp>
