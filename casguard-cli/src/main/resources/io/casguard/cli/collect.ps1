# Exports what `casguard import` reads, one Export-Clixml file a cmdlet, into a folder.
# Run it in the Exchange Management Shell as a View-Only Administrator. It reads and changes nothing.
# It runs on PowerShell 1.0, which Exchange Server 2007 has, and on every later one.
param([string] $Folder = 'casguard-export')

if (Test-Path $Folder) {
  Write-Host "$Folder is there already. Name another folder: .\collect.ps1 -Folder casguard-export-2"
  return
}
[void] (New-Item -Path $Folder -ItemType Directory)
$target = (Resolve-Path $Folder).Path

# One file for each cmdlet. One that fails is told, and the others go on.
function Export-Answer([string] $name, [scriptblock] $question) {
  Write-Host "Get-$name ..."
  trap {
    Write-Host "  not exported: $_"
    continue
  }
  & $question | Export-Clixml -Path (Join-Path $target "Get-$name.xml")
}

# When and where this ran, so that fresh changes can be told from settled ones.
$run = '' | Select-Object CasguardCollect, ExportedAt, PowerShellVersion
$run.CasguardCollect = 1
$run.ExportedAt = (Get-Date).ToUniversalTime().ToString('s') + 'Z'
$run.PowerShellVersion = "$($Host.Version)"
$run | Export-Clixml -Path (Join-Path $target 'collection.xml')

# Servers, sites, and what the organization hands out.
Export-Answer 'ExchangeServer' { Get-ExchangeServer }
Export-Answer 'AdSite' { Get-AdSite }
Export-Answer 'AdSiteLink' { Get-AdSiteLink }
Export-Answer 'MailboxServer' { Get-MailboxServer }
Export-Answer 'ClientAccessServer' { Get-ClientAccessServer }
Export-Answer 'AcceptedDomain' { Get-AcceptedDomain }
Export-Answer 'OutlookProvider' { Get-OutlookProvider }
Export-Answer 'OfflineAddressBook' { Get-OfflineAddressBook }

# The virtual directories. Each of these asks IIS of every Client Access server, which may take minutes.
Export-Answer 'OwaVirtualDirectory' { Get-OwaVirtualDirectory }
Export-Answer 'ActiveSyncVirtualDirectory' { Get-ActiveSyncVirtualDirectory }
Export-Answer 'WebServicesVirtualDirectory' { Get-WebServicesVirtualDirectory }
Export-Answer 'OabVirtualDirectory' { Get-OabVirtualDirectory }
Export-Answer 'AutodiscoverVirtualDirectory' { Get-AutodiscoverVirtualDirectory }
Export-Answer 'UMVirtualDirectory' { Get-UMVirtualDirectory }
Export-Answer 'OutlookAnywhere' { Get-OutlookAnywhere }

# POP3 and IMAP4 are asked server by server; a server that does not answer is told, and left out.
Export-Answer 'PopSettings' {
  Get-ClientAccessServer | ForEach-Object {
    trap { Write-Host "  not exported: $_"; continue }
    Get-PopSettings -Server $_.Name
  }
}
Export-Answer 'ImapSettings' {
  Get-ClientAccessServer | ForEach-Object {
    trap { Write-Host "  not exported: $_"; continue }
    Get-ImapSettings -Server $_.Name
  }
}

# How many mailboxes each server has, and which protocols they may use: no names, no addresses.
# The Guid joins the two; the import counts, and forgets it.
Export-Answer 'Mailbox' {
  Get-Mailbox -ResultSize Unlimited | Select-Object Guid, ServerName, RecipientTypeDetails
}
Export-Answer 'CASMailbox' {
  Get-CASMailbox -ResultSize Unlimited |
    Select-Object Guid, ServerName, OWAEnabled, ActiveSyncEnabled, PopEnabled, ImapEnabled, MAPIEnabled, MAPIBlockOutlookRpcHttp
}

# A zip beside the folder where this PowerShell can make one (5.0 and later).
if (Get-Command Compress-Archive -ErrorAction SilentlyContinue) {
  Compress-Archive -Path $target -DestinationPath "$target.zip"
  Write-Host "Made $target.zip"
}
Write-Host "Made $target"
Write-Host "Next: casguard import $Folder -o topology/ --organization <name>"
