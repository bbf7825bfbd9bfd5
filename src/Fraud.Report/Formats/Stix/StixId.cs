namespace Fraud.Report.Formats.Stix;

/// <summary>Ids of STIX cyber-observable objects: the same everywhere for the same thing (STIX 2.1, section 2.9).</summary>
public static class StixId
{
    private static readonly Guid Space = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// <summary>The id of an observable by the properties that contribute to it.</summary>
    public static string Observable(string type, IEnumerable<KeyValuePair<string, string>> contributing) => $"{type}--{NameUuid.Create(Space, Jcs.Write(contributing))}";
}
