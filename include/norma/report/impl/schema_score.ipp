// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: scores.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_score = R"json(    "score": {
      "type": "object",
      "properties": {
        "total": {"$ref": "#/$defs/points"},
        "points": {"description": "Of all blocks together.", "$ref": "#/$defs/number"},
        "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
        "bonus": {"anyOf": [{"$ref": "#/$defs/block"}, {"type": "null"}]},
        "deductions": {"anyOf": [{"$ref": "#/$defs/block"}, {"type": "null"}]},
        "passed": {
          "description": "The scheme's test of the points; null where it has none.",
          "anyOf": [{"$ref": "#/$defs/verdict"}, {"type": "null"}]
        },
        "pass_needs": {
          "description": "What is short of passing, at the least score.",
          "type": "array",
          "items": {"$ref": "#/$defs/shortfall"}
        },
        "tiers": {
          "description": "Best first.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "title": {"$ref": "#/$defs/text"},
              "reached": {"$ref": "#/$defs/verdict"}
            },
            "required": ["id", "title", "reached"],
            "additionalProperties": false
          }
        },
        "tier": {
          "description": "The best tier reached for sure; null if none, or if it is open.",
          "anyOf": [{"type": "string"}, {"type": "null"}]
        },
        "next_tier": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "next_needs": {
          "description": "What is short of the next tier, at the least score.",
          "type": "array",
          "items": {"$ref": "#/$defs/shortfall"}
        },
        "causes": {
          "description": "Why sums of points, `passed` or a tier are open where no part tells.",
          "type": "array",
          "items": {"$ref": "#/$defs/cause_of_node"},
          "minItems": 1
        }
      },
      "required": [
        "total",
        "points",
        "blocks",
        "bonus",
        "deductions",
        "passed",
        "pass_needs",
        "tiers",
        "tier",
        "next_tier",
        "next_needs"
      ],
      "additionalProperties": false
    },
    "shortfall": {
      "type": "object",
      "properties": {
        "of": {"type": "string", "description": "`total` or a block."},
        "label": {"$ref": "#/$defs/text"},
        "by": {"$ref": "#/$defs/number"}
      },
      "required": ["of", "label", "by"],
      "additionalProperties": false
    },
    "points": {
      "description": "All that it may still be, both ends included; equal where it is decided.",
      "type": "object",
      "properties": {"low": {"$ref": "#/$defs/number"}, "high": {"$ref": "#/$defs/number"}},
      "required": ["low", "high"],
      "additionalProperties": false
    },
    "block": {
      "description": "A block of scored parts, the bonus or the deductions.",
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "title": {"$ref": "#/$defs/text"},
        "points": {"description": "At most.", "$ref": "#/$defs/number"},
        "earned": {"$ref": "#/$defs/points"},
        "left_out": {"type": "boolean"},
        "floor": {"description": "At least, to pass.", "$ref": "#/$defs/number"},
        "reached": {"$ref": "#/$defs/verdict"},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/scored_part"}}
      },
      "required": ["id", "title", "points", "earned", "left_out", "parts"],
      "additionalProperties": false
    },
    "scored_part": {
      "type": "object",
      "properties": {
        "path": {"type": "string", "description": "`block/part`."},
        "title": {"$ref": "#/$defs/text"},
        "cite": {"$ref": "#/$defs/citation"},
        "verdict": {
          "description": "pass: all there is to earn (or nothing taken away); fail: less.",
          "$ref": "#/$defs/verdict"
        },
        "points": {"description": "At most.", "$ref": "#/$defs/number"},
        "earned": {"description": "Of deductions: taken away.", "$ref": "#/$defs/points"},
        "left_out": {"type": "boolean"},
        "why": {"$ref": "#/$defs/text"},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause_of_node"}, "minItems": 1}
      },
      "required": ["path", "title", "cite", "verdict", "points", "earned", "left_out", "why"],
      "additionalProperties": false
    },
)json";

}  // namespace norma::report_detail
