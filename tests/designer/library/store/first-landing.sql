-- The library as the first released program left it: two workflows, one change, one acknowledged intent.
BEGIN TRANSACTION;
CREATE TABLE change (
	workflow VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	forward JSON NOT NULL,
	inverse JSON NOT NULL,
	PRIMARY KEY (workflow, number),
	FOREIGN KEY(workflow) REFERENCES workflow (id) ON DELETE CASCADE
);
INSERT INTO "change" VALUES('orders',1,'{"asl": {"splices": [{"start": 1, "end": 1, "text": "\"Comment\": \"x\", "}]}, "design": {"splices": []}, "format": null}','{"asl": {"splices": [{"start": 1, "end": 17, "text": ""}]}, "design": {"splices": []}, "format": null}');
CREATE TABLE client (
	workflow VARCHAR NOT NULL,
	client VARCHAR NOT NULL,
	acknowledged INTEGER NOT NULL,
	PRIMARY KEY (workflow, client),
	FOREIGN KEY(workflow) REFERENCES workflow (id) ON DELETE CASCADE
);
INSERT INTO "client" VALUES('orders','tab',7);
CREATE TABLE workflow (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	asl VARCHAR NOT NULL,
	format VARCHAR NOT NULL,
	design VARCHAR NOT NULL,
	revision INTEGER NOT NULL,
	position INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	created DATETIME NOT NULL,
	changed DATETIME NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "workflow" VALUES('orders','注文','{"Comment": "x", "StartAt": "在庫"}
','json','{
  "version": 1
}
',1,1,1,'2026-11-29 11:42:09.284005','2026-11-29 11:42:09.288097');
INSERT INTO "workflow" VALUES('returns','返品','StartAt: A
','yaml','{
  "version": 1
}
',0,0,0,'2026-11-29 11:42:09.296031','2026-11-29 11:42:09.296043');
COMMIT;
