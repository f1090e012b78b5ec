#include <norma/rule/impl/content.ipp>
