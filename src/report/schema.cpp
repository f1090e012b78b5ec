#include <norma/report/impl/schema.ipp>
