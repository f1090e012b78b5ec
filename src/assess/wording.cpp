#include <norma/assess/impl/wording.ipp>
