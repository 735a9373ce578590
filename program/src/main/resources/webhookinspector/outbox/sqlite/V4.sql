-- answer_body: how the target's answer begins, as text; NULL when there was none
ALTER TABLE attempt ADD COLUMN answer_body TEXT;
ALTER TABLE target ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0; -- 1 when its headers are sealed under the operator's key
