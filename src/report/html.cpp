#include <norma/report/impl/html.ipp>
