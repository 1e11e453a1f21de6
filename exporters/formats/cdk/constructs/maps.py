"""Map states as constructs, with what distributed ones read from S3."""

from __future__ import annotations

from exporters.formats.cdk.code import Call, Expression, Name
from exporters.formats.cdk.constructs.call import STARTS
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.resources import Resources
from exporters.formats.cdk.constructs.shapes import outcome, paths, selected
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import PATH
from exporters.formats.cdk.kinds import BUCKET
from schemas.asl.services.integration import integration
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

_EXECUTION = {"STANDARD": "sfn.StateMachineType.STANDARD", "EXPRESS": "sfn.StateMachineType.EXPRESS"}
_READERS = {
    "CSV": "sfn.S3CsvItemReader",
    "JSON": "sfn.S3JsonItemReader",
    "JSONL": "sfn.S3JsonLItemReader",
    "MANIFEST": "sfn.S3ManifestItemReader",
}
_DELIMITERS = {name: f"sfn.CsvDelimiter.{name}" for name in ("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")}


def mapped(fields: Fields, resources: Resources) -> tuple[str, Options]:
    """A Map state without its processor."""
    processor = mapping(fields.take("ItemProcessor") or fields.take("Iterator"))
    config = mapping(processor.get("ProcessorConfig"))
    shared = (
        *paths(fields),
        *_items(fields),
        *_selector(fields),
        *_concurrency(fields),
    )
    after = (*selected(fields), *outcome(fields))
    if config.get("Mode") != "DISTRIBUTED":
        return "sfn.Map", (*shared, *after)
    return "sfn.DistributedMap", (*shared, *_distributed(fields, config, resources), *after)


def _items(fields: Fields) -> Options:
    if not fields.values.is_jsonata:
        return fields.path("ItemsPath", "itemsPath")
    if "Items" not in fields:
        return ()
    items = fields.take("Items")
    if isinstance(items, list):
        return (("items", Call("sfn.ProvideItems.jsonArray", (fields.values.raw(items),))),)
    return (("items", Call("sfn.ProvideItems.jsonata", (fields.values.text(items),))),)


def _selector(fields: Fields) -> Options:
    """The selector of items, also by its older name."""
    if "Parameters" in fields and "ItemSelector" not in fields and not fields.values.is_jsonata:
        return fields.members("Parameters", "itemSelector")
    selector = fields.take("ItemSelector")
    if isinstance(selector, str) and fields.values.is_jsonata:
        return (("jsonataItemSelector", fields.values.text(_expression(selector))),)
    return _members(fields, selector, "itemSelector")


def _members(fields: Fields, value: Json, option: str) -> Options:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise Unfit
    return ((option, fields.values.value(value)),)


def _concurrency(fields: Fields) -> Options:
    most = fields.take("MaxConcurrency")
    if isinstance(most, str) and not isinstance(most, Unquoted):
        return (("jsonataMaxConcurrency", fields.values.text(_expression(most))),)
    path = () if fields.values.is_jsonata else fields.path("MaxConcurrencyPath", "maxConcurrencyPath")
    return (*((("maxConcurrency", fields.values.number(most)),) if most else ()), *path)


def _distributed(fields: Fields, config: dict[str, Json], resources: Resources) -> Options:
    """The fields of a distributed Map; its results in S3 are left out, which a flag of the app changes."""
    execution = config.get("ExecutionType")
    if not isinstance(execution, str) or execution not in _EXECUTION or len(config) > 2:
        raise Unfit
    return (
        ("mapExecutionType", Name(_EXECUTION[execution])),
        *_reader(fields, resources),
        *_batcher(fields),
        *_tolerated(fields, "Percentage"),
        *_tolerated(fields, "Count"),
        *fields.text("Label", "label"),
    )


def _tolerated(fields: Fields, unit: str) -> Options:
    name, option = f"ToleratedFailure{unit}", f"toleratedFailure{unit}"
    most = fields.take(name)
    path = () if fields.values.is_jsonata else fields.path(f"{name}Path", f"{option}Path")
    return (*(((option, fields.values.number(most)),) if most else ()), *path)


def _expression(text: str) -> str:
    if not (text.startswith("{%") and text.endswith("%}")):
        raise Unfit
    return text


def _reader(fields: Fields, resources: Resources) -> Options:
    """The objects or the file of S3 that the items come from."""
    if "ItemReader" not in fields:
        return ()
    if "ItemsPath" in mapping(fields.given):
        raise Unfit
    reader = Fields(fields.take("ItemReader"), fields.values)
    config = Fields(reader.take("ReaderConfig") or {}, fields.values)
    given = Fields(reader.take("Arguments" if fields.values.is_jsonata else "Parameters"), fields.values)
    call = integration(text(reader.take("Resource")))
    construct, own = _read(call.action if call and call.service == "s3" else "", config, given)
    if call is None or call.start not in STARTS:
        raise Unfit
    options = (*_bucket(given, resources), *own, *config.positive("MaxItems", "maxItems"))
    for each in (reader, config, given):
        each.end()
    return (("itemReader", Call(construct, options=options, new=True)),)


def _read(action: str, config: Fields, given: Fields) -> tuple[str, Options]:
    """The class of the reader, and its options apart from the bucket."""
    if action == "listObjectsV2":
        return "sfn.S3ObjectsItemReader", given.text("Prefix", "prefix")
    type = config.take("InputType")
    if action != "getObject" or not isinstance(type, str) or type not in _READERS:
        raise Unfit
    key = given.text("Key", "key")
    return _READERS[type], (*key, *(_csv(config) if type == "CSV" else ()))


def _csv(config: Fields) -> Options:
    """The headers of a CSV file, and the sign between its columns."""
    headers, where = config.take("CSVHeaders"), config.take("CSVHeaderLocation")
    if where == "FIRST_ROW" and headers is None:
        found: Expression = Call("sfn.CsvHeaders.useFirstRow")
    elif where == "GIVEN" and isinstance(headers, list):
        found = Call("sfn.CsvHeaders.use", (config.values.raw(headers),))
    else:
        raise Unfit
    return (("csvHeaders", found), *config.one_of("CSVDelimiter", "csvDelimiter", _DELIMITERS))


def _bucket(given: Fields, resources: Resources) -> Options:
    """The bucket, or what gives its name at run time."""
    name = mapping(given.given).get("Bucket")
    is_computed = isinstance(name, str) and name.startswith("{%")
    if f"Bucket{PATH}" in given or is_computed:
        return given.text("Bucket", "bucketNamePath")
    return (("bucket", resources.of(BUCKET, "", given.take("Bucket"))),)


def _batcher(fields: Fields) -> Options:
    if "ItemBatcher" not in fields:
        return ()
    batcher = Fields(fields.take("ItemBatcher"), fields.values)
    has_input, given = "BatchInput" in batcher, batcher.take("BatchInput")
    if has_input and not isinstance(given, dict):
        raise Unfit
    options: Options = (
        *batcher.positive("MaxItemsPerBatch", "maxItemsPerBatch"),
        *batcher.path("MaxItemsPerBatchPath", "maxItemsPerBatchPath"),
        *batcher.positive("MaxInputBytesPerBatch", "maxInputBytesPerBatch"),
        *batcher.path("MaxInputBytesPerBatchPath", "maxInputBytesPerBatchPath"),
        *((("batchInput", fields.values.raw(given)),) if has_input else ()),
    )
    batcher.end()
    if not options:
        raise Unfit
    return (("itemBatcher", Call("sfn.ItemBatcher", options=options, new=True)),)
