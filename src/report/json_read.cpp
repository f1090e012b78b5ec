#include <norma/report/impl/json_read.ipp>
