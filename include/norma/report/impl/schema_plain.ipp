// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: what the rest is made of.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_plain = R"json(    "remark": {
      "type": "object",
      "properties": {
        "code": {"type": "string"},
        "facts": {"type": "array", "items": {"type": "string"}},
        "arguments": {
          "type": "array",
          "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
        }
      },
      "required": ["code", "facts"],
      "additionalProperties": false
    },
    "pack": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "version": {"type": "string"},
        "hash": {
          "type": "string",
          "description": "SHA-256 over the sorted paths and bytes of the pack's files, without its tests."
        }
      },
      "required": ["id", "version", "hash"],
      "additionalProperties": false
    },
    "document": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "number": {"type": "string"},
        "title": {"$ref": "#/$defs/text"},
        "date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "in_force": {
          "type": "object",
          "properties": {
            "from": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
            "to": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
          },
          "required": ["from", "to"],
          "additionalProperties": false
        }
      },
      "required": ["id", "number", "title", "date", "in_force"],
      "additionalProperties": false
    },
    "citation": {
      "description": "A place in a document: the id under `documents`, and the document's own numbering from the top.",
      "anyOf": [
        {
          "type": "object",
          "properties": {"document": {"type": "string"}, "clause": {"type": "string"}},
          "required": ["document", "clause"],
          "additionalProperties": false
        },
        {"type": "null"}
      ]
    },
    "verdict": {"enum": ["pass", "fail", "undetermined", "not_applicable"]},
    "number": {
      "description": "Exact: a JSON number with all its digits, or `\"1/3\"` where no decimal ends. Read it as a decimal, not as a double.",
      "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}]
    },
    "date": {
      "type": "string",
      "pattern": "^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$",
      "description": "A day, without time and zone."
    },
    "text": {
      "description": "A text for readers in Chinese and English; one of them may be empty.",
      "type": "object",
      "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
      "required": ["zh", "en"],
      "additionalProperties": false
    },
    "texts": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}}
  }
}
)json";

}  // namespace norma::report_detail
