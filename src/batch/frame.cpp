#include <norma/batch/impl/frame.ipp>
