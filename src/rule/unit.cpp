#include <norma/rule/impl/unit.ipp>
