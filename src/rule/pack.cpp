#include <norma/rule/impl/pack.ipp>
