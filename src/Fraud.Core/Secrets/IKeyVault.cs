namespace Fraud.Secrets;

/// <summary>Secret keys of this installation: made once, protected at rest, readable by the service's account only.</summary>
public interface IKeyVault
{
    /// <summary>The key of this name; <paramref name="create"/> makes it at the first call ever, also when processes race.</summary>
    byte[] GetOrCreate(string name, Func<byte[]> create);
}
