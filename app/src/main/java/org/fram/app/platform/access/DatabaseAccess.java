package org.fram.app.platform.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import javax.sql.DataSource;
import org.fram.app.platform.start.RunningDatabase;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The pool of connections and jOOQ over it.
@Configuration(proxyBeanMethods = false)
class DatabaseAccess {

    private static final long MILLISECONDS_TO_WAIT = 5_000;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            RunningDatabase running, @Value("${fram.connections:16}") int connections, MeterRegistry metrics) {
        var database = running.database();
        var config = new HikariConfig();
        config.setPoolName("fram");
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(MILLISECONDS_TO_WAIT);
        config.addDataSourceProperty("ApplicationName", "fram");
        config.setMetricRegistry(metrics);
        return new HikariDataSource(config);
    }

    @Bean
    DSLContext database(DataSource dataSource) {
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new OfTheTransaction(dataSource));
        configuration.settings().withExecuteLogging(false).withRenderSchema(true);
        return DSL.using(configuration);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /// Hands out the connection of the open transaction, and none outside of one.
    private record OfTheTransaction(DataSource dataSource) implements ConnectionProvider {

        @Override
        public Connection acquire() {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException(
                        "There is no transaction, so nobody asks. Open one with Transactions.as(actor, …).");
            }
            return DataSourceUtils.getConnection(dataSource);
        }

        @Override
        public void release(Connection connection) {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
