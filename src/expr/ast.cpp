#include <norma/expr/impl/ast.ipp>
