namespace Fraud.Storage.Sql;

/// <summary>Times as the tables hold them: milliseconds since 1970, UTC. A number sorts, hashes and reads back alike in every engine.</summary>
internal static class Stamp
{
    public static long Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long stamp) => DateTimeOffset.FromUnixTimeMilliseconds(stamp);

    public static DateTimeOffset? Read(long? stamp) => stamp is { } s ? Read(s) : null;
}
