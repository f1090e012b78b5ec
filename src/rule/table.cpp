#include <norma/rule/impl/table.ipp>
