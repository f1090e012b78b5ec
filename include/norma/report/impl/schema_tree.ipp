// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: the nodes of the tree.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_tree = R"json(    "group": {
      "description": "A standard, an item (one numbered clause) or a group in it.",
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`item/part`; `.` is the standard itself."},
        "kind": {"enum": ["standard", "item", "group"]},
        "combine": {"enum": ["all", "any", "none", "at_least"]},
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {"$ref": "#/$defs/verdict"},
        "members": {
          "type": "array",
          "items": {"anyOf": [{"$ref": "#/$defs/group"}, {"$ref": "#/$defs/part"}]}
        },
        "reason": {"$ref": "#/$defs/reason"},
        "when": {"description": "The guard.", "$ref": "#/$defs/condition"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1},
        "decisions": {
          "description": "Readings and choices it rests on: keys of the report's `decisions`.",
          "type": "array",
          "items": {"type": "string"},
          "minItems": 1
        },
        "facts": {
          "description": "Of a standard: those that it shows, if any.",
          "type": "array",
          "items": {"$ref": "#/$defs/fact"},
          "minItems": 1
        },
        "at_least": {"type": "integer", "minimum": 1}
      },
      "required": ["path", "kind", "combine", "title", "cite", "verdict", "members"],
      "additionalProperties": false,
      "allOf": [
        {
          "if": {"properties": {"verdict": {"const": "undetermined"}}},
          "then": {"required": ["causes"]}
        },
        {
          "if": {"properties": {"combine": {"const": "at_least"}}},
          "then": {"required": ["at_least"]}
        }
      ]
    },
    "part": {
      "description": "One atomic requirement.",
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`item/part`; `.` is the standard itself."},
        "kind": {"const": "part"},
        "strength": {
          "description": "Only mandatory and conditional parts decide.",
          "enum": ["mandatory", "conditional", "encouraged", "goal", "reference"]
        },
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {"$ref": "#/$defs/verdict"},
        "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}},
        "reason": {"$ref": "#/$defs/reason"},
        "when": {"description": "The guard.", "$ref": "#/$defs/condition"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1},
        "decisions": {
          "description": "Readings and choices it rests on: keys of the report's `decisions`.",
          "type": "array",
          "items": {"type": "string"},
          "minItems": 1
        },
        "condition": {"$ref": "#/$defs/condition"},
        "distance": {"$ref": "#/$defs/distance"}
      },
      "required": ["path", "kind", "strength", "title", "cite", "verdict", "facts"],
      "additionalProperties": false,
      "if": {"properties": {"verdict": {"const": "undetermined"}}},
      "then": {"required": ["causes"]}
    },
    "condition": {
      "type": "object",
      "properties": {
        "source": {"type": "string", "description": "As the rule states it."},
        "shown": {"description": "In labels, with the values put in.", "$ref": "#/$defs/text"},
        "deciding": {
          "description": "The elements of lists that decide it.",
          "type": "array",
          "minItems": 1,
          "items": {"$ref": "#/$defs/deciding"}
        }
      },
      "required": ["source", "shown"],
      "additionalProperties": false
    },
    "reason": {
      "description": "Why a node is not applicable, or stands as it does without its requirement.",
      "type": "object",
      "properties": {
        "code": {
          "type": "string",
          "description": "One of `not_in_force`, `guard_false`, `zero_of_zero`, `shown_only`, `no_deciding_member`, `exception`, `conditional_unmet`, `above`, `above_unknown`; more may follow."
        },
        "zh": {"type": "string"},
        "en": {"type": "string"}
      },
      "required": ["code", "zh", "en"],
      "additionalProperties": false
    },
)json";

}  // namespace norma::report_detail
