#include <norma/rule/impl/suppose.ipp>
