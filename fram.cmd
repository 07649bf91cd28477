@echo off
rem Fram's launcher for Windows. Untested: nobody has run it on Windows yet.
rem It needs a JDK 25 in FRAM_JAVA_HOME or JAVA_HOME and Apache Maven on the PATH. It builds when a jar is missing;
rem after a change of the sources, delete cli\target.
setlocal
set "ROOT=%~dp0"
if defined FRAM_JAVA_HOME set "JAVA_HOME=%FRAM_JAVA_HOME%"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo fram: set FRAM_JAVA_HOME to the folder of a JDK 25, for example from https://adoptium.net 1>&2
  exit /b 2
)
if "%~1"=="test" (
  pushd "%ROOT%"
  call mvn -B verify
  popd
  exit /b
)
if not exist "%ROOT%cli\target\fram-cli.jar" (
  echo Building Fram ^(once^) ... 1>&2
  pushd "%ROOT%"
  call mvn -B -q -pl cli,bench -am -Dmaven.test.skip=true -Dcyclonedx.skip package 1>&2 || (popd & exit /b 3)
  popd
)
set "JAR=%ROOT%cli\target\fram-cli.jar"
set "ARGS=%*"
if "%~1"=="bench" (
  set "JAR=%ROOT%bench\target\fram-bench.jar"
  call set "ARGS=%%ARGS:*bench=%%"
)
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  %FRAM_JAVA_OPTS% -jar "%JAR%" %ARGS%
