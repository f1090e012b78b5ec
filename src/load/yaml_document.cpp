#include <norma/load/impl/yaml_document.ipp>
