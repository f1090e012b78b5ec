#include <norma/load/impl/yaml_reader.ipp>
