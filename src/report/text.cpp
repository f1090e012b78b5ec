#include <norma/report/impl/text.ipp>
