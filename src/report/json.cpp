#include <norma/report/impl/json.ipp>
