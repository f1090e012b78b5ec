#include <norma/load/impl/source_reader.ipp>
