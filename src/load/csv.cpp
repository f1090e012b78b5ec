#include <norma/load/impl/csv.ipp>
