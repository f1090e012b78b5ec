#include <norma/batch/impl/column.ipp>
