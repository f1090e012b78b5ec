// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: units in lists, deciding elements, exceptions.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_members = R"json(    "deciding": {
      "description": "Elements of one list that decide a condition: of `some` and of a filter those it holds of, of `every` those it does not hold of, else those that leave it open.",
      "type": "object",
      "properties": {
        "list": {
          "description": "The fact; null if an expression makes the list.",
          "anyOf": [{"type": "string"}, {"type": "null"}]
        },
        "holds": {
          "description": "What the condition inside is of them; null: unknown.",
          "anyOf": [{"type": "boolean"}, {"type": "null"}]
        },
        "count": {"type": "integer", "minimum": 1},
        "whole": {
          "description": "False: the limit of evaluation steps ended the search, more may follow.",
          "type": "boolean",
          "default": true
        },
        "first": {
          "type": "array",
          "minItems": 1,
          "maxItems": 10,
          "items": {
            "type": "object",
            "properties": {
              "place": {"type": "integer", "minimum": 1, "description": "In the list, from 1."},
              "name": {"description": "Of a unit: its name, else its id.", "$ref": "#/$defs/text"},
              "shown": {
                "description": "Of a unit: its facts that the condition reads; else all of it.",
                "$ref": "#/$defs/text"
              },
              "unmet": {
                "description": "Of a unit that the condition asks to meet a standard: the parts by which it fails that.",
                "type": "array",
                "minItems": 1,
                "items": {
                  "type": "object",
                  "properties": {
                    "standard": {"type": "string", "description": "As the condition names it."},
                    "path": {"type": "string", "description": "In that standard."},
                    "item": {"description": "Title of its item.", "$ref": "#/$defs/text"},
                    "title": {"$ref": "#/$defs/text"},
                    "cite": {"$ref": "#/$defs/citation"}
                  },
                  "required": ["standard", "path", "title", "cite"],
                  "additionalProperties": false
                }
              }
            },
            "required": ["shown"],
            "additionalProperties": false
          }
        }
      },
      "required": ["list", "holds", "count", "first"],
      "additionalProperties": false
    },
    "members": {
      "description": "Units that a fact lists, with those of their facts that the standard reads.",
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "label": {"$ref": "#/$defs/text"},
        "count": {"type": "integer", "minimum": 0, "description": "Of the units that were given."},
        "whole": {"type": "boolean", "description": "False: not all were given."},
        "lacking": {
          "description": "How many were not given, where it is known.",
          "anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}]
        },
        "columns": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "fact": {"type": "string", "description": "Of the units; or a verdict about them."},
              "label": {"$ref": "#/$defs/text"},
              "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
              "unit_label": {"$ref": "#/$defs/text"}
            },
            "required": ["fact", "label", "unit", "unit_label"],
            "additionalProperties": false
          }
        },
        "rows": {
          "description": "Of more than 1000 units only those that decide something.",
          "type": "array",
          "maxItems": 1000,
          "items": {"$ref": "#/$defs/member"}
        }
      },
      "required": ["fact", "label", "count", "whole", "lacking", "columns", "rows"],
      "additionalProperties": false
    },
    "member": {
      "type": "object",
      "properties": {
        "place": {"type": "integer", "minimum": 1, "description": "In the list, from 1."},
        "id": {"type": "string"},
        "name": {"type": "string"},
        "cells": {
          "description": "One a column.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "value": {
                "description": "null: unknown, and `unknown` says why.",
                "anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]
              },
              "unknown": {"type": "array", "items": {"$ref": "#/$defs/cause"}},
              "shown": {"description": "Without the unit of measure.", "$ref": "#/$defs/text"}
            },
            "required": ["value", "shown"],
            "additionalProperties": false,
            "if": {"properties": {"value": {"type": "null"}}},
            "then": {"required": ["unknown"]},
            "else": {"not": {"required": ["unknown"]}}
          }
        },
        "decides": {
          "description": "Paths of the parts that fail, or are open, by it.",
          "type": "array",
          "items": {"type": "string"}
        }
      },
      "required": ["place", "id", "name", "cells", "decides"],
      "additionalProperties": false
    },
    "exception": {
      "description": "By which a part that is not met does not apply.",
      "type": "object",
      "properties": {
        "part": {"type": "string", "description": "Its path."},
        "reason": {"type": "string"},
        "by": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "document": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "recorded": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
      },
      "required": ["part", "reason", "by", "date", "document", "recorded"],
      "additionalProperties": false
    },
)json";

}  // namespace norma::report_detail
