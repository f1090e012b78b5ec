#include <norma/rule/impl/standard.ipp>
