#include <norma/expr/impl/print.ipp>
