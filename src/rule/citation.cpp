#include <norma/rule/impl/citation.ipp>
