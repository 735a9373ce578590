ALTER TABLE attempt ADD COLUMN answer_body TEXT; -- how the target's answer begins, as text; NULL when there was none
