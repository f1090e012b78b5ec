#include <norma/analysis/impl/rule_test.ipp>
