#include <norma/rule/impl/parameter.ipp>
