-- A guest asks: somebody without an account, by a link for one thing. A transaction of theirs says so by
-- set_config('fram.guest', …, true).
create function access.guest() returns uuid
    language sql stable
    return nullif(current_setting('fram.guest', true), '')::uuid;
