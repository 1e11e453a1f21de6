"""The values of expressions: JSONPath, intrinsic functions and JSONata, as the service gives them."""
