package org.fram.schema.migrations;

import java.sql.SQLException;

/// Lets the owner of the database see and add all rows, in transactions that say so by `fram.task`: whoever operates an
/// installation backs it up and restores it as a whole. Row security binds the owner too, and without this it would see
/// next to nothing.
final class OperatingPolicies {

    /// Each table gets the policy once. Restrictive policies are for what people ask, and bind the application's role
    /// alone.
    private static final String ALLOW = """
            do $$
            declare
                secured regclass;
                restricted record;
            begin
                for secured in
                    select c.oid
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and c.relrowsecurity
                    and n.nspname not in ('pg_catalog', 'information_schema', 'migration')
                    and pg_has_role(current_user, c.relowner, 'usage')
                    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'operation')
                loop
                    execute format(
                        'create policy operation on %s to current_user '
                        'using (access.task() = ''operation'') with check (access.task() = ''operation'')',
                        secured);
                end loop;
                for restricted in
                    select p.polname, p.polrelid::regclass as secured
                    from pg_policy p
                    join pg_class c on c.oid = p.polrelid
                    where not p.polpermissive and p.polroles = '{0}'
                    and pg_has_role(current_user, c.relowner, 'usage')
                loop
                    execute format('alter policy %I on %s to %I', restricted.polname, restricted.secured, '{app}');
                end loop;
            end
            $$
            """;

    private OperatingPolicies() {}

    static void allow(Database owner, Database application) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(ALLOW.replace("{app}", application.user().replace("'", "''")));
        }
    }
}
