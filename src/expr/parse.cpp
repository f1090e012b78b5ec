#include <norma/expr/impl/parse.ipp>
